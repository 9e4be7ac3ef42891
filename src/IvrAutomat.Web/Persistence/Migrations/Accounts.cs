using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Who may sign in, and who did what.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0010_Accounts")]
internal sealed class Accounts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "accounts",
            column => new
            {
                name = column.Text(),
                agent = column.TextOrNull(),
                role = column.Text(),
                language = column.Text(),
                password = column.TextOrNull(),
                stamp = column.Text(),
                failures = column.Int(),
                locked_until = column.TimeOrNull(),
                link_key = column.TextOrNull(),
                link_until = column.TimeOrNull(),
                signature = column.TextOrNull(),
                created_at = column.Time(),
                closed_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_accounts", row => row.name));
        schema.Table(
            "audit",
            column => new
            {
                id = column.Counter(),
                at = column.Time(),
                account = column.Text(),
                act = column.Text(),
                order_id = column.TextOrNull(),
                case_id = column.TextOrNull(),
                call_id = column.TextOrNull(),
                note = column.TextOrNull(),
            },
            table => table.PrimaryKey("pk_audit", row => row.id));
        schema.Index("audit", "at");
        schema.Index("audit", "order_id");
    }
}
