using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>How the line is switched.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0012_Line")]
internal sealed class Line : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).Table(
        "line",
        column => new
        {
            id = column.Int(),
            mode = column.Text(),
            overflow_seconds = column.Int(),
            share_percent = column.Int(),
            changed_at = column.Time(),
            changed_by = column.Text(),
        },
        table => table.PrimaryKey("pk_line", row => row.id));

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("line");
}
