using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>The room of a talk, and colleagues who are asked to join one.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0014_Consults")]
internal sealed class Consults : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TextOrNull("transfers", "room");
        schema.Index("transfers", "room");
        schema.Table(
            "consults",
            column => new
            {
                id = column.Text(),
                transfer_id = column.Text(),
                offer_id = column.Text(),
                room = column.Text(),
                agent = column.Text(),
                state = column.Text(),
                result = column.TextOrNull(),
                leg = column.TextOrNull(),
                attempts = column.Int(),
                due_at = column.TimeOrNull(),
                created_at = column.Time(),
                ended_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_consults", row => row.id));
        schema.Index("consults", "due_at");
        schema.UniqueWhere("ended_at IS NULL", "consults", "agent");
        schema.UniqueWhere("ended_at IS NULL", "consults", "transfer_id");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("consults");
        migrationBuilder.DropIndex("ix_transfers_room", "transfers");
        migrationBuilder.DropColumn("room", "transfers");
    }
}
