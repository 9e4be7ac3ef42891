namespace IvrAutomat.Web.Persistence;

/// <summary>
/// SQLite has one writer at a time, and a commit costs nearly the same for one change as for twenty: changes that wait for their turn are
/// committed together. Each is still as good as a transaction of its own: it is there as a whole or not at all when its task ends, and one
/// that fails takes nothing of the others with it. Not for PostgreSQL, whose writers do not wait for one another.
/// </summary>
internal sealed class JointCommits(Database database, Checkpoints checkpoints)
{
    // More would make the first of them wait for too many others.
    private const int MostAtOnce = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Change> _waiting = new();
    private bool _isWriting;

    /// <summary>Makes a change.</summary>
    /// <param name="write">
    /// Writes, without waiting for anything else. False: what it has written is to be taken back, as if it had never begun.
    /// </param>
    /// <returns>What <paramref name="write"/> returned; committed, if true.</returns>
    /// <exception cref="TimeoutException">The writers before it took too long; nothing was written.</exception>
    public Task<bool> SaveAsync(Func<HotConnection, ValueTask<bool>> write)
    {
        var change = new Change(write);
        lock (_lock)
        {
            _waiting.Enqueue(change);
            if (_isWriting)
            {
                return change.Saved.Task;
            }

            _isWriting = true;
        }

        // Whoever comes first writes; whoever has come meanwhile is written by somebody else, so that nobody waits for strangers.
        return WriteFirstAsync(change);
    }

    private async Task<bool> WriteFirstAsync(Change own)
    {
        bool goesOn;
        await WriteAsync(Next());
        lock (_lock)
        {
            goesOn = _isWriting = _waiting.Count > 0;
        }

        if (goesOn)
        {
            _ = Task.Run(WriteWhileAnyWaitAsync);
        }

        return await own.Saved.Task;
    }

    private async Task WriteWhileAnyWaitAsync()
    {
        bool goesOn;
        do
        {
            await WriteAsync(Next());
            lock (_lock)
            {
                goesOn = _isWriting = _waiting.Count > 0;
            }
        }
        while (goesOn);
    }

    private List<Change> Next()
    {
        var changes = new List<Change>();
        lock (_lock)
        {
            while (changes.Count < MostAtOnce && _waiting.TryDequeue(out var next))
            {
                changes.Add(next);
            }
        }

        return changes;
    }

    private async Task WriteAsync(List<Change> changes)
    {
        try
        {
            using var turn = await database.WriteAsync(CancellationToken.None);
            await using var connection = await database.BorrowAsync(CancellationToken.None);
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                // One that is alone is the transaction; several are each a part of it that can be taken back.
                foreach (var change in changes)
                {
                    await change.WriteAsync(connection, isAlone: changes.Count == 1);
                }

                connection.Execute(changes is [{ IsWritten: false }] ? "ROLLBACK" : "COMMIT");
            }
            catch
            {
                TakeBack(connection);
                connection.Spoil();
                throw;
            }
        }
        catch (Exception failure)
        {
            changes.ForEach(change => change.Saved.TrySetException(failure));
            return;
        }

        changes.ForEach(change => change.Tell());
        checkpoints.Note(changes.Count);
    }

    // A full disk or a broken file has ended the transaction already; saying so again would hide the reason.
    private static void TakeBack(HotConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (System.Data.Common.DbException)
        {
            // Nothing is open any more.
        }
    }

    private sealed class Change(Func<HotConnection, ValueTask<bool>> write)
    {
        private Exception? _failure;

        public bool IsWritten { get; private set; }

        public TaskCompletionSource<bool> Saved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task WriteAsync(HotConnection connection, bool isAlone)
        {
            if (!isAlone)
            {
                connection.Execute("SAVEPOINT one");
            }

            try
            {
                IsWritten = await write(connection);
            }
            catch (Exception failure) when (!isAlone)
            {
                _failure = failure;
            }

            if (!isAlone)
            {
                connection.Execute(IsWritten ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
            }
        }

        public void Tell()
        {
            if (_failure is { } failure)
            {
                Saved.TrySetException(failure);
            }
            else
            {
                Saved.TrySetResult(IsWritten);
            }
        }
    }
}
