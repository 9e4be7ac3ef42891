using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>The mirror of a shop whose orders are elsewhere, what it waits for, and derived PINs.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0006_Mirror")]
internal sealed class Mirror : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "mirror",
            column => new
            {
                order_id = column.Text(),
                number = column.Text(),
                status_id = column.TextOrNull(),
                status = column.TextOrNull(),
                updated_at = column.TimeOrNull(),
                seen_at = column.Time(),
                is_gone = column.Int(),
                facts = column.Text(),
                former_status_id = column.TextOrNull(),
                written_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_mirror", row => row.order_id));
        schema.Table(
            "hints",
            column => new { number = column.Text(), changed_at = column.TimeOrNull(), status_id = column.TextOrNull(), received_at = column.Time() },
            table => table.PrimaryKey("pk_hints", row => row.number));
        schema.Index("hints", "received_at");
        schema.Table(
            "mirror_notes",
            column => new
            {
                name = column.Text(),
                value = column.TextOrNull(),
                at = column.TimeOrNull(),
                lease_owner = column.TextOrNull(),
                lease_until = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_mirror_notes", row => row.name));
        schema.Table(
            "met_statuses",
            column => new { status_id = column.Text(), name = column.Text(), times = column.Int(), at = column.Time() },
            table => table.PrimaryKey("pk_met_statuses", row => row.status_id));
        schema.Table(
            "shop_records",
            column => new
            {
                id = column.Text(),
                number = column.Text(),
                text = column.Text(),
                attempts = column.Int(),
                due_at = column.TimeOrNull(),
                created_at = column.Time(),
            },
            table => table.PrimaryKey("pk_shop_records", row => row.id));
        schema.Index("shop_records", "due_at");
        schema.Table(
            "pin_versions",
            column => new { number = column.Text(), version = column.Int() },
            table => table.PrimaryKey("pk_pin_versions", row => row.number));
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["mirror", "hints", "mirror_notes", "met_statuses", "shop_records", "pin_versions"])
        {
            migrationBuilder.DropTable(table);
        }
    }
}
