using System.Collections.Immutable;

namespace IvrAutomat.Web.Privacy;

/// <summary>
/// What is erased when. Short-lived things (wrong PINs, codes, payment links, words not understood, audio) have sweeps of their own beside
/// what writes them.
/// </summary>
internal static class RetentionPlan
{
    /// <summary>The steps, in an order in which nothing is left that refers to what is gone.</summary>
    public static ImmutableArray<RetentionStep> Steps { get; } =
    [
        // A call whose case is still open is what a person reads before calling back.
        new(
            RetentionTerm.Call,
            "SELECT id FROM calls WHERE ended_at < @before AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.call_id = calls.id AND cases.closed_at IS NULL) ORDER BY ended_at LIMIT @most",
            "DELETE FROM journal WHERE call_id IN ({0})",
            "DELETE FROM work_results WHERE call_id IN ({0})",
            "DELETE FROM ratings WHERE call_id IN ({0})",
            "DELETE FROM calls WHERE id IN ({0})"),
        new(
            RetentionTerm.Call,
            "SELECT id FROM transfers WHERE ended_at < @before ORDER BY ended_at LIMIT @most",
            "DELETE FROM offers WHERE transfer_id IN ({0})",
            "DELETE FROM consults WHERE transfer_id IN ({0})",
            "DELETE FROM wait_promises WHERE wait IN ({0})",
            "DELETE FROM transfers WHERE id IN ({0})"),
        new(RetentionTerm.Call, "SELECT id FROM feed WHERE at < @before ORDER BY id LIMIT @most", "DELETE FROM feed WHERE id IN ({0})"),
        new(RetentionTerm.Call, "SELECT key FROM callers WHERE last_call_at < @before LIMIT @most", "DELETE FROM callers WHERE key IN ({0})"),
        new(RetentionTerm.Call, "SELECT number FROM hints WHERE received_at < @before LIMIT @most", "DELETE FROM hints WHERE number IN ({0})"),
        new(
            RetentionTerm.Call,
            "SELECT id FROM requests WHERE finished_at < @before AND held IS NOT NULL LIMIT @most",
            "UPDATE requests SET held = NULL WHERE id IN ({0})"),

        // What spoke and decided in calls that are gone.
        new(
            RetentionTerm.Call,
            """
            SELECT hash FROM definitions WHERE created_at < @before AND hash NOT IN (SELECT DISTINCT prompt_hash FROM journal)
                AND hash NOT IN (SELECT DISTINCT settings_hash FROM journal) AND hash NOT IN (SELECT DISTINCT flow_hash FROM journal) LIMIT @most
            """,
            "DELETE FROM definitions WHERE hash IN ({0})"),
        new(
            RetentionTerm.Promise,
            "SELECT id FROM requests WHERE finished_at < @before LIMIT @most",
            "DELETE FROM outside_acts WHERE request_id IN ({0})",
            "DELETE FROM requests WHERE id IN ({0})"),
        new(RetentionTerm.Promise, "SELECT id FROM messages WHERE updated_at < @before LIMIT @most", "DELETE FROM messages WHERE id IN ({0})"),
        new(RetentionTerm.Promise, "SELECT id FROM shop_records WHERE created_at < @before LIMIT @most", "DELETE FROM shop_records WHERE id IN ({0})"),
        new(
            RetentionTerm.Case,
            "SELECT id FROM cases WHERE closed_at < @before ORDER BY closed_at LIMIT @most",
            "DELETE FROM case_events WHERE case_id IN ({0})",
            "DELETE FROM callbacks WHERE case_id IN ({0})",
            "DELETE FROM cases WHERE id IN ({0})"),
        new(
            RetentionTerm.Order,
            "SELECT id FROM orders WHERE changed_at < @before AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.order_id = orders.id AND cases.closed_at IS NULL) LIMIT @most",
            "DELETE FROM order_keys WHERE order_id IN ({0})",
            "DELETE FROM import_keys WHERE order_id IN ({0})",
            "DELETE FROM import_orders WHERE order_id IN ({0})",
            "DELETE FROM own_faults WHERE order_id IN ({0})",
            "DELETE FROM mirror WHERE order_id IN ({0})",
            "DELETE FROM pin_versions WHERE number IN (SELECT number FROM orders WHERE id IN ({0}))",
            "DELETE FROM orders WHERE id IN ({0})"),
        new(RetentionTerm.Order, "SELECT id FROM parcels WHERE COALESCE(seen_at, tried_at) < @before LIMIT @most", "DELETE FROM parcels WHERE id IN ({0})"),
        new(RetentionTerm.Audit, "SELECT id FROM audit WHERE at < @before ORDER BY id LIMIT @most", "DELETE FROM audit WHERE id IN ({0})"),
    ];

    /// <summary>Tables that no step names, each with the reason. A test holds that every table is here or in a step.</summary>
    public static ImmutableDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        ["failures"] = "erased after a day by FailureSweep",
        ["codes"] = "erased after a day by FailureSweep",
        ["payment_links"] = "erased a day after they expire by FailureSweep",
        ["gateway_payments"] = "erased ninety days after they expire by FailureSweep",
        ["unheard"] = "erased after thirty days by StaleCalls; numbers are left out",
        ["imports"] = "names files and times, no customer",
        ["pickup_points"] = "names of places of carriers",
        ["met_statuses"] = "words of the shop's system",
        ["mirror_notes"] = "notes of workers, no customer",
        ["agent_states"] = "the shop's people, as long as they work there",
        ["accounts"] = "the shop's people, as long as they work there",
        ["line"] = "a setting",
        ["marks"] = "when the house did something, no customer",
        ["announcements"] = "a setting",
        ["shop_overrides"] = "a setting",
        ["prompt_drafts"] = "texts of the shop",
        ["prompt_versions"] = "texts of the shop",
    }.ToImmutableDictionary(StringComparer.Ordinal);
}

/// <summary>One kind of things that are erased together.</summary>
/// <param name="Term">When.</param>
/// <param name="Which">Selects at most <c>@most</c> names of such things from before <c>@before</c>.</param>
/// <param name="Statements">What erases them, their names in the place <c>{0}</c>; one transaction.</param>
internal sealed record RetentionStep(RetentionTerm Term, string Which, params ImmutableArray<string> Statements);
