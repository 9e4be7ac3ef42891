using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What agents say about taking calls, and customers whom the automat calls back.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0011_Queue")]
internal sealed class Queue : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TextOrNull("transfers", "callback_case");
        schema.TextOrNull("transfers", "leg");
        schema.TimeOrNull("transfers", "taken_at");
        schema.Index("transfers", "taken_at");
        schema.Index("transfers", "case_number");
        schema.Table(
            "agent_states",
            column => new
            {
                agent = column.Text(),
                state = column.Text(),
                reason = column.TextOrNull(),
                since = column.Time(),
                until = column.TimeOrNull(),
                shift_until = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_agent_states", row => row.agent));
        schema.Table(
            "callbacks",
            column => new
            {
                case_id = column.Text(),
                customer = column.Text(),
                since = column.Time(),
                attempts = column.Int(),
                next_at = column.TimeOrNull(),
                transfer_id = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_callbacks", row => row.case_id));
        schema.UniqueWhere("transfer_id IS NOT NULL", "callbacks", "customer");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("callbacks");
        migrationBuilder.DropTable("agent_states");
        migrationBuilder.DropIndex("ix_transfers_case_number", "transfers");
        migrationBuilder.DropIndex("ix_transfers_taken_at", "transfers");
        migrationBuilder.DropColumn("taken_at", "transfers");
        migrationBuilder.DropColumn("leg", "transfers");
        migrationBuilder.DropColumn("callback_case", "transfers");
    }
}
