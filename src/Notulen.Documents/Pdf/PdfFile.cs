using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Notulen.Documents.Pdf;

/// <summary>
/// The objects of a PDF file (ISO 32000-1, 7.5), written forwards as they come; only their places are kept. The same
/// objects give the same bytes.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private readonly Stream _output;
    private readonly MemoryStream _pending = new();
    private readonly List<long> _places = [0];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _written;

    public PdfFile(Stream output)
    {
        _output = output;
        // The second line tells programs that the file is not text.
        _pending.Write([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>A number for an object that is written later or now.</summary>
    public int Reserve()
    {
        _places.Add(0);
        return _places.Count - 1;
    }

    public void Write(int id, string body)
    {
        _places[id] = _written + _pending.Length;
        Append(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n{body}\nendobj\n"));
    }

    public int Write(string body)
    {
        var id = Reserve();
        Write(id, body);
        return id;
    }

    /// <param name="entries">Of the stream's dictionary, beside its length and filter.</param>
    /// <param name="data">Not compressed yet.</param>
    /// <param name="compressed">False for what other programs read without understanding PDF.</param>
    public int WriteStream(string entries, byte[] data, bool compressed = true)
    {
        if (compressed)
        {
            using var smaller = new MemoryStream();
            using (var zlib = new ZLibStream(smaller, CompressionLevel.Optimal, leaveOpen: true))
                zlib.Write(data);
            data = smaller.ToArray();
        }

        var id = Reserve();
        _places[id] = _written + _pending.Length;
        var filter = compressed ? "/Filter/FlateDecode" : "";
        Append(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<<{entries}{filter}/Length {data.Length}>>\nstream\n"));
        _pending.Write(data);
        Append("\nendstream\nendobj\n");
        return id;
    }

    /// <summary>Hands on what was written so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_pending.GetBuffer(), 0, (int)_pending.Length);
        await _output.WriteAsync(_pending.GetBuffer().AsMemory(0, (int)_pending.Length), cancellationToken);
        _written += _pending.Length;
        _pending.SetLength(0);
    }

    /// <summary>Writes the table of places; the file's identity is the hash of its objects.</summary>
    public async Task FinishAsync(int catalog, int information, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var identity = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_places.Count}\n0000000000 65535 f \n");
        foreach (var place in _places.Skip(1))
            table.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_places.Count}/Root {catalog} 0 R/Info {information} 0 R/ID[<{identity}><{identity}>]>>\n");
        table.Append(CultureInfo.InvariantCulture, $"startxref\n{_written}\n%%EOF\n");
        Append(table.ToString());
        await FlushAsync(cancellationToken);
    }

    public void Dispose()
    {
        _pending.Dispose();
        _hash.Dispose();
    }

    private void Append(string text) => _pending.Write(Encoding.ASCII.GetBytes(text));
}
