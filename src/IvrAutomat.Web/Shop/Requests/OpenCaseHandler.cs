using IvrAutomat.Calls;
using IvrAutomat.Web.Persistence;
using IvrAutomat.Web.Persistence.Rows;

namespace IvrAutomat.Web.Shop.Requests;

/// <summary>Opens the case that a call asked for.</summary>
internal sealed class OpenCaseHandler(CaseBook cases, Secrets secrets, TimeProvider time) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(OpenCase);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        var open = (OpenCase)request;
        var held = HeldDetails.Read(secrets, row.Held);
        return await cases.OpenAsync(
            new CaseWish(row.Id, row.CallId, open)
            {
                Phone = held.CallBack,
                Detail = open.Fault is null && held is { Company: null, Said: null } ? null
                    : new CaseDetail { At = time.GetUtcNow(), Company = held.Company, Said = held.Said, Fault = open.Fault },
                Request = row,
                Receipt = !open.Quiet,
            },
            cancellationToken);
    }
}

/// <summary>Writes a request down for a person, with all that was collected for it.</summary>
internal sealed class ForPersonHandler(CaseBook cases, Secrets secrets, TimeProvider time) : IRequestHandler
{
    /// <inheritdoc />
    public Type Handles => typeof(ForPerson);

    /// <inheritdoc />
    public async Task<WorkResult> PerformAsync(RequestRow row, Request request, CancellationToken cancellationToken)
    {
        var person = (ForPerson)request;
        var held = HeldDetails.Read(secrets, row.Held);
        return await cases.OpenAsync(
            new CaseWish(row.Id, row.CallId, new OpenCase(KindOf(person.Wanted), person.Reason, request.OrderId, person.Due))
            {
                Phone = held.CallBack,
                Detail = new CaseDetail { At = time.GetUtcNow(), Wanted = person.Wanted, Said = held.Said, Company = held.Company },
                Request = row,
            },
            cancellationToken);
    }

    private static CaseKind KindOf(Request wanted) => wanted switch
    {
        NoteReturn or ArrangeReturn or CancelReturn => CaseKind.Return,
        FileComplaint => CaseKind.Complaint,
        SendInvoice => CaseKind.Invoice,
        _ => CaseKind.Request,
    };
}
