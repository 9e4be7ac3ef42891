using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What every caller hears first for a while, and which callers are spoken to slowly.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0016_Announcement")]
internal sealed class Announcement : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.IntOrNull("callers", "slow");
        schema.Table(
            "announcements",
            column => new
            {
                id = column.Int(),
                texts = column.Text(),
                from_at = column.Time(),
                until_at = column.Time(),
                changed_at = column.Time(),
                changed_by = column.Text(),
            },
            table => table.PrimaryKey("pk_announcements", row => row.id));
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("announcements");
        migrationBuilder.DropColumn("slow", "callers");
    }
}
