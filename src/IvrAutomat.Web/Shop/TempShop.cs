using System.Collections.Immutable;
using IvrAutomat.Prompts;
using IvrAutomat.Web.Calls;
namespace IvrAutomat.Web.Shop;
internal static class ShopPrompts { public static ImmutableArray<PromptContract> Contracts => []; }
internal static class TempShop
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton(p => { var d = p.GetRequiredService<OrderDesk>(); return new CallerDesk(d.RecogniseAsync,
            async (c, f, t) => { var n = await d.FindNumberAsync(c, f, t); return new IvrAutomat.Web.Calls.FoundNumber(n.OrderId, n.Digits); },
            async (c, pin, f, t) => { var n = await d.CheckPinAsync(c, pin, f, t); return new IvrAutomat.Web.Calls.PinCheck(n.Input, [.. n.Failures]); }); });
        services.AddSingleton(p => new WorkDesk(async (q, t) => await p.GetRequiredService<OrderDesk>().ReadAsync((IvrAutomat.Calls.ReadOrder)q, t), () => {}, async (i, s, t) => { await Task.Delay(s, t); return null; }));
        return services;
    }
}
