namespace Notulen.Engines.Speech;

/// <summary>The languages of Whisper models. Servers tell a language by its code or by its English name.</summary>
internal static class SpeechLanguages
{
    private const string Names =
        "en=english;zh=chinese;de=german;es=spanish;ru=russian;ko=korean;fr=french;ja=japanese;pt=portuguese;"
        + "tr=turkish;pl=polish;ca=catalan;nl=dutch;ar=arabic;sv=swedish;it=italian;id=indonesian;hi=hindi;"
        + "fi=finnish;vi=vietnamese;he=hebrew;uk=ukrainian;el=greek;ms=malay;cs=czech;ro=romanian;da=danish;"
        + "hu=hungarian;ta=tamil;no=norwegian;th=thai;ur=urdu;hr=croatian;bg=bulgarian;lt=lithuanian;la=latin;"
        + "mi=maori;ml=malayalam;cy=welsh;sk=slovak;te=telugu;fa=persian;lv=latvian;bn=bengali;sr=serbian;"
        + "az=azerbaijani;sl=slovenian;kn=kannada;et=estonian;mk=macedonian;br=breton;eu=basque;is=icelandic;"
        + "hy=armenian;ne=nepali;mn=mongolian;bs=bosnian;kk=kazakh;sq=albanian;sw=swahili;gl=galician;mr=marathi;"
        + "pa=punjabi;si=sinhala;km=khmer;sn=shona;yo=yoruba;so=somali;af=afrikaans;oc=occitan;ka=georgian;"
        + "be=belarusian;tg=tajik;sd=sindhi;gu=gujarati;am=amharic;yi=yiddish;lo=lao;uz=uzbek;fo=faroese;"
        + "ht=haitian creole;ps=pashto;tk=turkmen;nn=nynorsk;mt=maltese;sa=sanskrit;lb=luxembourgish;my=myanmar;"
        + "bo=tibetan;tl=tagalog;mg=malagasy;as=assamese;tt=tatar;haw=hawaiian;ln=lingala;ha=hausa;ba=bashkir;"
        + "jw=javanese;su=sundanese;yue=cantonese";

    private static readonly Dictionary<string, string> CodeByName = Names.Split(';').Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[1], pair => pair[0], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Codes = [.. CodeByName.Values];

    /// <summary>True for an ISO 639-1 code that Whisper knows.</summary>
    public static bool Knows(string code) => Codes.Contains(code);

    /// <summary>The code for a code or an English name; null when it is neither.</summary>
    public static string? Code(string codeOrName) =>
        CodeByName.GetValueOrDefault(codeOrName) ?? (Codes.Contains(codeOrName.ToLowerInvariant()) ? codeOrName.ToLowerInvariant() : null);
}
