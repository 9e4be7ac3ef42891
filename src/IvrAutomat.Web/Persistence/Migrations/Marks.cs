using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>When the house last did something that must be done again and again.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0023_Marks")]
internal sealed class Marks : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).Table(
        "marks",
        column => new
        {
            name = column.Text(),
            at = column.Time(),
        },
        table => table.PrimaryKey("pk_marks", row => row.name));

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("marks");
}
