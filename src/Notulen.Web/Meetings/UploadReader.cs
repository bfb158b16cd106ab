using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Notulen.Core.Meetings;
using static Notulen.Web.WebTexts;

namespace Notulen.Web.Meetings;

/// <summary>
/// Reads the parts of an upload one after the other. The recording comes last and is not read here: it streams from the
/// network to where it is kept, after everything before it was found good.
/// </summary>
internal sealed class UploadReader(HttpContext context, IAntiforgery antiforgery)
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";
    private const int MostParts = 20;
    private const int LongestField = 4096;
    private const int LongestBoundary = 100;

    public UploadForm Form { get; } = new();

    /// <summary>The rest of the request, for letting the browser finish before it is answered.</summary>
    public Stream Body => context.Request.Body;

    /// <summary>Reads up to the recording.</summary>
    /// <returns>The recording with the name of its file; null when there is none.</returns>
    /// <exception cref="BadHttpRequestException">No form of ours: wrong shape, no token, or larger than a form can be.</exception>
    public async Task<(string Name, Stream Content)?> FindRecordingAsync(CancellationToken cancellationToken)
    {
        var parts = new MultipartReader(Boundary(), context.Request.Body);
        for (var count = 0; await NextAsync(parts, cancellationToken) is { } part; count++)
        {
            if (count == MostParts || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
                throw Wrong();
            var field = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            var file = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
            switch (field)
            {
                case TokenField:
                    context.Request.Headers[TokenHeader] = await TextAsync(part.Body, LongestField, cancellationToken);
                    break;
                case UploadForm.Field.Recording:
                    await CheckTokenAsync();
                    return file.Length == 0 ? null : (FileNameOf(file), part.Body);
                case UploadForm.Field.AgendaFile:
                    await ReadAgendaFileAsync(part.Body, FileNameOf(file), cancellationToken);
                    break;
                case UploadForm.Field.AgendaText:
                    // What an agenda file held wins, and is shown here when the form comes back.
                    var pasted = await TextAsync(part.Body, AgendaFile.MaxBytes, cancellationToken);
                    if (Form.Agenda is null)
                        Form[field] = pasted;
                    break;
                default:
                    Form[field] = await TextAsync(part.Body, LongestField, cancellationToken);
                    break;
            }
        }
        await CheckTokenAsync();
        return null;
    }

    private async Task CheckTokenAsync()
    {
        // Without the header it would look for the token in the body, which is ours to read.
        if (context.Request.Headers[TokenHeader].Count == 0 || !await antiforgery.IsRequestValidAsync(context))
            throw Wrong();
    }

    private async Task ReadAgendaFileAsync(Stream body, string name, CancellationToken cancellationToken)
    {
        var content = await BytesAsync(body, AgendaFile.MaxBytes + 1, cancellationToken);
        if (content.Length > AgendaFile.MaxBytes)
            throw new BadHttpRequestException("The agenda is too large.", StatusCodes.Status413PayloadTooLarge);
        if (name.Length > 0 && content.Length > 0)
            Form.ReadAgendaFile(content, name);
        else if (name.Length > 0)
            Form.Reject(UploadForm.Field.AgendaFile, T("form.agenda.empty"));
    }

    private string Boundary()
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw Wrong();
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary ? boundary : throw Wrong();
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Wrong();
        }
    }

    private static async Task<string> TextAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync(body, limit + 1, cancellationToken);
        if (bytes.Length > limit)
            throw new BadHttpRequestException("A field is too long.", StatusCodes.Status413PayloadTooLarge);
        return Encoding.UTF8.GetString(bytes);
    }

    private static async Task<byte[]> BytesAsync(Stream body, int limit, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16384];
        while (kept.Length < limit
            && await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, limit - kept.Length)), cancellationToken) is var read and > 0)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    // A name is only ever shown; folders of the sender's machine, and signs that cannot be shown, go off.
    private static string FileNameOf(string name)
    {
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return new string([.. name.Where(sign => !char.IsControl(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.Format)]).Trim();
    }

    private static BadHttpRequestException Wrong() => new("The form is not one of ours.", StatusCodes.Status400BadRequest);
}
