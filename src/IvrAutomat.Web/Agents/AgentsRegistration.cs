using IvrAutomat.Web.Agents.Cases;
using IvrAutomat.Web.Agents.Consults;
using IvrAutomat.Web.Agents.Figures;
using IvrAutomat.Web.Calls;

namespace IvrAutomat.Web.Agents;

/// <summary>Registers the connecting of callers with people.</summary>
internal static class AgentsRegistration
{
    /// <summary>Adds the queue, the ringing of agents and the desk that the runner asks. Calls, shop and telephony are added elsewhere.</summary>
    public static IServiceCollection AddAgents(this IServiceCollection services, HandoverOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<AgentShifts>();
        services.AddSingleton<AgentStates>();
        services.AddSingleton<CallbackPlan>();
        services.AddSingleton<CaseShelf>();
        services.AddSingleton<CaseHistory>();
        services.AddSingleton<CaseLetters>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<EndedCalls>();
        services.AddSingleton<LostBook>();
        services.AddSingleton<DayBook>();
        services.AddSingleton<OfferBook>();
        services.AddSingleton<ConsultBook>();
        services.AddSingleton<TransferBook>();
        services.AddSingleton<WaitingPlace>();
        services.AddSingleton<LegWords>();
        services.AddSingleton<AgentTwiml>();
        services.AddSingleton<AgentLegs>();
        services.AddSingleton<AgentWebhook>();
        services.AddTransient<CallbackSteps>();
        services.AddTransient<ConsultSteps>();
        services.AddTransient<PhoneTest>();
        services.AddTransient<TransferSteps>();
        services.AddSingleton<TransferWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<TransferWorker>());
        services.AddSingleton(provider =>
        {
            var book = provider.GetRequiredService<TransferBook>();
            return new QueueDesk(provider.GetRequiredService<WaitingPlace>().OfAsync, book.TalkedAsync, () => provider.GetRequiredService<TransferWorker>().Wake());
        });
        return services;
    }
}
