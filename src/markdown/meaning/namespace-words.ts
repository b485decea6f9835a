// cspell:disable -- words of many languages, and names
/** Words that translations leave in namespaces, and names of namespaces that stand below the root. */

/** What `root` becomes, in lower case. */
export const ROOT_WORDS: ReadonlySet<string> = new Set([
  "root",
  ...["raíz", "raiz", "arrel", "erro"],
  ...["racine", "rac"],
  ...["stamm", "stammverzeichnis", "wurzel"],
  ...["radice", "rădăcină", "rot", "rod", "juuri", "wortel", "hoofdmap"],
  ...["korzeń", "kořen", "koren", "gyökér", "kök", "ρίζα"],
  ...["корень", "корневой", "корінь", "корен"],
  ...["ルート", "루트", "根", "根目录", "根目錄", "ราก", "gốc", "जड़", "الجذر", "שורש"],
]);

/** What stands between the parts of a namespace after a translation, in lower case. */
export const FILLER_WORDS: ReadonlySet<string> = new Set([
  ...["de", "del", "de la", "la", "el", "des", "du", "le", "d", "l"],
  ...["di", "della", "del", "da", "do", "dos"],
  ...["der", "die", "das", "von", "vom", "van", "het"],
  ...["of", "the", "в", "из", "の", "的", "의"],
]);

/** Namespaces right below the root, in lower case. */
export const SECOND_PARTS: ReadonlySet<string> = new Set([
  ...["cimv2", "standardcimv2", "microsoft", "wmi", "virtualization", "default", "security"],
  ...["microsoftdns", "microsoftactivedirectory", "directory", "subscription", "mscluster"],
  ...["hardware", "interop", "policy", "rsop", "webadministration", "hypervcluster", "msapps"],
  ...["microsoftiisv2", "msdfs", "servermodel", "softwarelicensing", "appv", "ccm", "ccmvdi"],
]);
