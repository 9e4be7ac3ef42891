using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Callers who wait for a person, the agents who are rung for them, and when a callback was agreed for.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0004_Transfers")]
internal sealed class Transfers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TimeOrNull("cases", "callback_from");
        schema.TimeOrNull("cases", "callback_until");
        schema.TextOrNull("cases", "caller_key");
        schema.Index("cases", "caller_key");
        schema.Table(
            "transfers",
            column => new
            {
                id = column.Text(),
                call_id = column.Text(),
                case_number = column.TextOrNull(),
                language = column.Text(),
                state = column.Text(),
                outcome = column.TextOrNull(),
                waiting_since = column.Time(),
                offer_id = column.TextOrNull(),
                move_at = column.TimeOrNull(),
                moves = column.Int(),
                deadline_at = column.TimeOrNull(),
                ended_at = column.TimeOrNull(),
                settled_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_transfers", row => row.id));
        schema.Index("transfers", "call_id");
        schema.Index("transfers", "settled_at");
        schema.Table(
            "offers",
            column => new
            {
                id = column.Text(),
                transfer_id = column.Text(),
                agent = column.Text(),
                state = column.Text(),
                result = column.TextOrNull(),
                leg = column.TextOrNull(),
                attempts = column.Int(),
                due_at = column.TimeOrNull(),
                created_at = column.Time(),
                ended_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_offers", row => row.id));
        schema.Index("offers", "due_at");
        schema.Index("offers", "created_at");
        schema.UniqueWhere("ended_at IS NULL", "offers", "agent");
        schema.UniqueWhere("ended_at IS NULL", "offers", "transfer_id");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("offers");
        migrationBuilder.DropTable("transfers");
        migrationBuilder.DropIndex("ix_cases_caller_key", "cases");
        migrationBuilder.DropColumn("caller_key", "cases");
        migrationBuilder.DropColumn("callback_until", "cases");
        migrationBuilder.DropColumn("callback_from", "cases");
    }
}
