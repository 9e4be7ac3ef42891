using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Cases as colleagues work on them, the shop's own mistakes, and what lists and figures need of a call.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0013_Cases")]
internal sealed class Cases : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TimeOrNull("cases", "claimed_at");
        schema.TextOrNull("cases", "disposition");
        schema.TextOrNull("cases", "closed_by");
        schema.Index("cases", "closed_at");
        schema.Index("cases", "call_id");
        schema.Table(
            "case_events",
            column => new
            {
                id = column.Counter(),
                case_id = column.Text(),
                at = column.Time(),
                who = column.Text(),
                act = column.Text(),
                about = column.TextOrNull(),
                words = column.BytesOrNull(),
            },
            table => table.PrimaryKey("pk_case_events", row => row.id));
        schema.Index("case_events", "case_id");
        schema.Table(
            "own_faults",
            column => new
            {
                order_id = column.Text(),
                sign = column.Text(),
                seen_at = column.Time(),
                case_id = column.TextOrNull(),
                cleared_at = column.TimeOrNull(),
                cleared_by = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_own_faults", row => new { row.order_id, row.sign }));
        schema.TextOrNull("calls", "caller_key");
        schema.TextOrNull("calls", "order_id");
        schema.TextOrNull("calls", "handover");
        schema.IntOrNull("calls", "failures");
        schema.Index("calls", "started_at");
        schema.Index("calls", "ended_at");
    }
}
