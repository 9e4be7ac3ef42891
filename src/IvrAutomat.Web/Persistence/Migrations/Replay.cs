using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>What each decision said, so that another version of the flow can be held against it; and ways to find what is old or somebody's.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0021_Replay")]
internal sealed class Replay : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.TextOrNull("journal", "said");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("said", "journal");
}
