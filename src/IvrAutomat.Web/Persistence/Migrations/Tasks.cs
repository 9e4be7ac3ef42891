using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What the tasks of an order leave behind: one-time codes, payment links, marks, and the details of cases.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0002_Tasks")]
internal sealed class Tasks : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.AddBytes("cases", "details");
        Codes(schema);
        schema.Table(
            "payment_links",
            column => new
            {
                key = column.Text(),
                token = column.Bytes(),
                order_id = column.Text(),
                hellers = column.Long(),
                created_at = column.Time(),
                expires_at = column.Time(),
                paid_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_payment_links", row => row.key));
        schema.Index("payment_links", "order_id");
        schema.Table(
            "ratings",
            column => new { id = column.Text(), call_id = column.Text(), order_id = column.Text(), mark = column.Int(), at = column.Time() },
            table => table.PrimaryKey("pk_ratings", row => row.id));
        schema.Unique("ratings", "call_id", "order_id");
    }

    private static void Codes(Schema schema)
    {
        schema.Table(
            "codes",
            column => new
            {
                id = column.Text(),
                order_id = column.TextOrNull(),
                phone_key = column.TextOrNull(),
                caller_key = column.TextOrNull(),
                call_id = column.Text(),
                code_key = column.TextOrNull(),
                created_at = column.Time(),
                expires_at = column.Time(),
                tries = column.Int(),
                used_at = column.TimeOrNull(),
                used_by = column.TextOrNull(),
                used_in = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_codes", row => row.id));
        schema.Index("codes", "order_id", "created_at");
        schema.Index("codes", "phone_key", "created_at");
        schema.Index("codes", "caller_key", "created_at");
        schema.Index("codes", "call_id");
        schema.Index("codes", "created_at");
    }
}
