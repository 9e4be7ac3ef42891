using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>
/// Calls are not found by their last turn any more: those that have gone quiet are among those that have not ended. Each turn wrote that index,
/// and on PostgreSQL it kept the row from being changed in place.
/// </summary>
[DbContext(typeof(AutomatDb))]
[Migration("0022_QuietCalls")]
internal sealed class QuietCalls : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).DropIndex("calls", "updated_at");

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).Index("calls", "updated_at");
}
