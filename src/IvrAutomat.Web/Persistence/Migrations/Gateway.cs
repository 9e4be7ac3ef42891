using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IvrAutomat.Web.Persistence.Migrations;

/// <summary>Payments at the payment gateway, each known before it is made.</summary>
[DbContext(typeof(AutomatDb))]
[Migration("0008_Gateway")]
internal sealed class Gateway : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var schema = new Schema(migrationBuilder);
        schema.Table(
            "gateway_payments",
            column => new
            {
                id = column.Text(),
                ref_id = column.Text(),
                order_id = column.Text(),
                request_id = column.Text(),
                reference = column.Text(),
                token_key = column.Text(),
                token = column.Bytes(),
                hellers = column.Long(),
                trans_id = column.TextOrNull(),
                address = column.BytesOrNull(),
                state = column.Text(),
                created_at = column.Time(),
                expires_at = column.Time(),
                ask_at = column.TimeOrNull(),
                asked = column.Int(),
                paid_at = column.TimeOrNull(),
            },
            table => table.PrimaryKey("pk_gateway_payments", row => row.id));
        schema.Unique("gateway_payments", "ref_id");
        schema.Unique("gateway_payments", "token_key");
        schema.Index("gateway_payments", "order_id");
        schema.Index("gateway_payments", "ask_at");
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("gateway_payments");
}
