namespace Notulen.Core.Processing;

/// <summary>Brings due work to a worker. It only speeds things up: a reconciler finds in the database whatever was missed.</summary>
public interface IStageDispatcher
{
    /// <summary>Offers the next stage of a meeting to a worker, if one is due. Offering it twice does no harm.</summary>
    Task DispatchAsync(Guid meetingId, CancellationToken cancellationToken);
}
