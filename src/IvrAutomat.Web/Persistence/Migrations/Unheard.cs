using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What callers said and nobody understood.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0020_Unheard")]
internal sealed class Unheard : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "unheard",
            column => new
            {
                id = column.Counter(),
                call_id = column.Text(),
                state = column.Text(),
                language = column.Text(),
                words = column.Text(),
                at = column.Time(),
            },
            table => table.PrimaryKey("pk_unheard", row => row.id));
        schema.Index("unheard", "at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("unheard");
}
