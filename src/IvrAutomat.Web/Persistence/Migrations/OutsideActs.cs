using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Writes to the shop's outside systems, each known before it is sent.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0005_OutsideActs")]
internal sealed class OutsideActs : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "outside_acts",
            column => new
            {
                id = column.Text(),
                request_id = column.Text(),
                system = column.Text(),
                kind = column.Text(),
                state = column.Text(),
                reference = column.Text(),
                before = column.Text(),
                sent = column.Int(),
                result = column.BytesOrNull(),
                created_at = column.Time(),
                updated_at = column.Time(),
            },
            table => table.PrimaryKey("pk_outside_acts", row => row.id));
        schema.Index("outside_acts", "request_id");
        schema.Index("outside_acts", "created_at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("outside_acts");
}
