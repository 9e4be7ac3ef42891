using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Marks are found by their order: every order that is read is asked whether it was rated, however many marks there are by then.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0024_RatedOrders")]
internal sealed class RatedOrders : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).Index("ratings", "order_id", "at");

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => new Schema(migrationBuilder).DropIndex("ratings", "order_id", "at");
}
