using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What waiting callers were told of their wait, how long agents worked on a call afterwards, and what offering reads, by its key.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0019_Promises")]
internal sealed class Promises : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TimeOrNull("offers", "wrapped_at");
        schema.Index("offers", "agent", "ended_at");
        schema.Index("offers", "transfer_id", "agent");
        schema.Index("transfers", "ended_at");
        schema.Table(
            "wait_promises",
            column => new
            {
                wait = column.Text(),
                told_at = column.Time(),
                from_minutes = column.Int(),
                to_minutes = column.Int(),
            },
            table => table.PrimaryKey("pk_wait_promises", row => new { row.wait, row.told_at }));
        schema.Index("wait_promises", "told_at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("wait_promises");
        migrationBuilder.DropIndex("ix_transfers_ended_at", "transfers");
        migrationBuilder.DropIndex("ix_offers_transfer_id_agent", "offers");
        migrationBuilder.DropIndex("ix_offers_agent_ended_at", "offers");
        migrationBuilder.DropColumn("wrapped_at", "offers");
    }
}
