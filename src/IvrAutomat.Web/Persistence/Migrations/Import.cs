using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Orders that come from files: what waits for its import to be decided, and what the last file said of each order.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0009_Import")]
internal sealed class Import : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TextOrNull("orders", "import_id");
        schema.TextOrNull("orders", "imported");
        schema.TextOrNull("orders", "imported_rest");
        schema.Index("orders", "import_id");
        schema.Table(
            "imports",
            column => new { id = column.Text(), as_of = column.Time(), started_at = column.Time(), decided_at = column.TimeOrNull() },
            table => table.PrimaryKey("pk_imports", row => row.id));
        schema.Table(
            "import_orders",
            column => new
            {
                order_id = column.Text(),
                import_id = column.Text(),
                piece = column.Int(),
                phone_key = column.TextOrNull(),
                contact = column.BytesOrNull(),
                pin_key = column.Text(),
                changed_at = column.Time(),
                data = column.Text(),
                rest = column.Text(),
            },
            table => table.PrimaryKey("pk_import_orders", row => row.order_id));
        schema.Index("import_orders", "import_id", "piece");
        schema.Table(
            "import_keys",
            column => new { order_id = column.Text(), kind = column.Text(), spoken_key = column.Text() },
            table => table.PrimaryKey("pk_import_keys", row => new { row.order_id, row.kind, row.spoken_key }));
    }
}
