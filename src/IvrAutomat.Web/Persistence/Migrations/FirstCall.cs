using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Calls with their journal, the shop's orders, promises, cases and messages.</summary>
/// <remarks>The tables of a call bear no foreign keys: one transaction of one class writes them, and it is the hot path.</remarks>
[DbContext(typeof(AutomatDb))]
[Migration("0001_FirstCall")]
internal sealed class FirstCall : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        Calls(schema);
        Journal(schema);
        Callers(schema);
        Requests(schema);
        Orders(schema);
        Cases(schema);
        Messages(schema);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
        => throw new NotSupportedException("The first migration is not taken back: delete the database instead.");

    private static void Calls(Schema schema)
    {
        schema.Table(
            "calls",
            column => new
            {
                id = column.Text(),
                version = column.Int(),
                state = column.Text(),
                data = column.Text(),
                held = column.BytesOrNull(),
                answer = column.BytesOrNull(),
                answered_step = column.Int(),
                started_at = column.Time(),
                updated_at = column.Time(),
                ended_at = column.TimeOrNull(),
                language = column.Text(),
            },
            table => table.PrimaryKey("pk_calls", row => row.id));
        schema.Index("calls", "updated_at");
        schema.Table(
            "work_results",
            column => new { call_id = column.Text(), step = column.Int(), result = column.Text() },
            table => table.PrimaryKey("pk_work_results", row => new { row.call_id, row.step }));
    }

    private static void Journal(Schema schema)
    {
        schema.Table(
            "journal",
            column => new
            {
                id = column.Counter(),
                call_id = column.Text(),
                step = column.Int(),
                at = column.Time(),
                input = column.Text(),
                state = column.Text(),
                flow_hash = column.Text(),
                prompt_hash = column.Text(),
                settings_hash = column.Text(),
            },
            table => table.PrimaryKey("pk_journal", row => row.id));
        schema.Unique("journal", "call_id", "step");
        schema.Table(
            "definitions",
            column => new { hash = column.Text(), kind = column.Text(), content = column.Text(), created_at = column.Time() },
            table => table.PrimaryKey("pk_definitions", row => row.hash));
        schema.Table(
            "feed",
            column => new
            {
                id = column.Counter(),
                at = column.Time(),
                kind = column.Text(),
                call_id = column.TextOrNull(),
                order_id = column.TextOrNull(),
                case_id = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_feed", row => row.id));
    }

    private static void Callers(Schema schema)
    {
        schema.Table(
            "callers",
            column => new { key = column.Text(), last_call_at = column.Time(), language = column.TextOrNull() },
            table => table.PrimaryKey("pk_callers", row => row.key));
        schema.Table(
            "failures",
            column => new
            {
                id = column.Counter(),
                at = column.Time(),
                order_key = column.TextOrNull(),
                caller_key = column.TextOrNull(),
                from_own_number = column.Int(),
                pin_key = column.TextOrNull(),
                closes_foreign = column.Int(),
            },
            table => table.PrimaryKey("pk_failures", row => row.id));
        schema.Index("failures", "order_key", "at");
        schema.Index("failures", "caller_key", "at");
        schema.Index("failures", "at");
    }

    private static void Requests(Schema schema)
    {
        schema.Table(
            "requests",
            column => new
            {
                id = column.Text(),
                idempotency_key = column.Text(),
                call_id = column.Text(),
                order_id = column.TextOrNull(),
                kind = column.Text(),
                body = column.Text(),
                state = column.Text(),
                lease_owner = column.TextOrNull(),
                lease_until = column.TimeOrNull(),
                attempts = column.Int(),
                result = column.TextOrNull(),
                held = column.BytesOrNull(),
                created_at = column.Time(),
                finished_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_requests", row => row.id));
        schema.Unique("requests", "idempotency_key");
        schema.Index("requests", "state");
    }

    private static void Orders(Schema schema)
    {
        schema.Table(
            "orders",
            column => new
            {
                id = column.Text(),
                number = column.Text(),
                phone_key = column.TextOrNull(),
                contact = column.BytesOrNull(),
                pin_key = column.Text(),
                changed_at = column.Time(),
                changed_by = column.TextOrNull(),
                data = column.Text(),
                former = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_orders", row => row.id));
        schema.Index("orders", "phone_key", "changed_at");
        schema.Table(
            "order_keys",
            column => new { spoken_key = column.Text(), kind = column.Text(), order_id = column.Text() },
            table =>
            {
                table.PrimaryKey("pk_order_keys", row => new { row.spoken_key, row.kind, row.order_id });
                table.ForeignKey("fk_order_keys_order_id", row => row.order_id, "orders", "id", onDelete: ReferentialAction.Cascade);
            });
        schema.Index("order_keys", "order_id");
    }

    private static void Cases(Schema schema)
    {
        schema.Table(
            "cases",
            column => new
            {
                id = column.Text(),
                number = column.Text(),
                kind = column.Text(),
                reason = column.Text(),
                order_id = column.TextOrNull(),
                call_id = column.Text(),
                owner = column.Text(),
                due_at = column.Time(),
                created_at = column.Time(),
                closed_at = column.TimeOrNull(),
                contact = column.BytesOrNull(),
            },
            table => table.PrimaryKey("pk_cases", row => row.id));
        schema.Unique("cases", "number");
        schema.UniqueWhere("closed_at IS NULL", "cases", "order_id", "kind");
    }

    private static void Messages(Schema schema)
    {
        schema.Table(
            "messages",
            column => new
            {
                id = column.Text(),
                call_id = column.TextOrNull(),
                order_id = column.TextOrNull(),
                case_id = column.TextOrNull(),
                channel = column.Text(),
                prompt_key = column.Text(),
                state = column.Text(),
                sid = column.TextOrNull(),
                attempts = column.Int(),
                error = column.TextOrNull(),
                lease_until = column.TimeOrNull(),
                contact = column.BytesOrNull(),
                body = column.BytesOrNull(),
                created_at = column.Time(),
                updated_at = column.Time(),
            },
            table => table.PrimaryKey("pk_messages", row => row.id));
        schema.Index("messages", "state");
        schema.Index("messages", "order_id");
    }
}
