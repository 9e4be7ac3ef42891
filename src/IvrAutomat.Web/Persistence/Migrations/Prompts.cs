using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>The draft of prompts, and what was published.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0018_Prompts")]
internal sealed class Prompts : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "prompt_drafts",
            column => new
            {
                language = column.Text(),
                key = column.Text(),
                variant = column.Text(),
                rung = column.Int(),
                was = column.Text(),
                text = column.Text(),
                changed_at = column.Time(),
                changed_by = column.Text(),
            },
            table => table.PrimaryKey("pk_prompt_drafts", row => new { row.language, row.key, row.variant, row.rung }));
        schema.Table(
            "prompt_versions",
            column => new
            {
                number = column.Int(),
                at = column.Time(),
                published_by = column.Text(),
                note = column.Text(),
                back_to = column.IntOrNull(),
                edits = column.Text(),
            },
            table => table.PrimaryKey("pk_prompt_versions", row => row.number));
    }
}
