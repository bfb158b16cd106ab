using YamlDotNet.Core.Events;

namespace Notulen.Core.Pipelines;

/// <summary>Follows the keys of a YAML file as it is read, to tell which one stands there twice.</summary>
internal sealed class KeyTrail
{
    private readonly Stack<Level> _levels = [];

    /// <summary>Takes in the next event.</summary>
    /// <returns>The key that the event repeats, or null.</returns>
    public string? Repeats(ParsingEvent next)
    {
        if (next is MappingEnd or SequenceEnd)
        {
            _levels.Pop();
            return null;
        }
        if (next is not NodeEvent)
            return null;
        var isKey = _levels.TryPeek(out var level) && level.AwaitsKey();
        if (next is MappingStart or SequenceStart)
            _levels.Push(new Level(next is MappingStart));
        return isKey && next is Scalar key && !level!.Keys.Add(key.Value) ? key.Value : null;
    }

    private sealed class Level(bool isMapping)
    {
        private bool _awaitsKey;

        public HashSet<string> Keys { get; } = [];

        /// <summary>In a mapping keys and values take turns.</summary>
        public bool AwaitsKey() => isMapping && (_awaitsKey = !_awaitsKey);
    }
}
