package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** In which characters the files are written: what people write in UTF-8, what goes over the wire as was agreed. */
final class Texts {
    private static final Set<String> WRITTEN_BY_PEOPLE = Set.of("yaml", "md", "json");
    private static final Pattern OTHERWISE = Pattern.compile("(?i)encoding=[\"'](?!utf-8)");
    private static final String SAMPLES = "samples/";

    private Texts() {}

    /** What is no YAML is read by nobody else in a way that would tell. */
    static void check(Folder folder, Problems problems) {
        folder.files().forEach((path, source) -> {
            boolean wire = path.startsWith(SAMPLES) && !path.endsWith(".canonical.json");
            if (!wire && isXsdInUtf8(path, source) || !wire && WRITTEN_BY_PEOPLE.contains(path.substring(path.lastIndexOf('.') + 1))) {
                problems.collect(source::strictText);
            }
        });
    }

    private static boolean isXsdInUtf8(String path, Source source) {
        String head = new String(source.bytes(), 0, Math.min(source.bytes().length, 100), StandardCharsets.ISO_8859_1);
        return path.endsWith(".xsd") && !OTHERWISE.matcher(head).find();
    }

    /** The samples' bytes, when nothing else of them can be read yet. */
    static void checkCharset(Folder folder, Problems problems) {
        Node.Group adapter = folder.top("adapter.yaml");
        String name = adapter == null ? null : adapter.text("charset");
        if (name == null || !name.matches("[A-Za-z0-9_-]+") || !Charset.isSupported(name)) {
            return;
        }
        folder.files().forEach((path, source) -> {
            if (path.startsWith(SAMPLES) && (path.contains(".request.") || path.contains(".reply.")) && !path.endsWith(".canonical.json")) {
                wire(folder.name(path), source, Charset.forName(name), problems);
            }
        });
    }

    private static void wire(String file, Source source, Charset charset, Problems problems) {
        ByteBuffer rest = ByteBuffer.wrap(source.bytes());
        CoderResult result = charset.newDecoder().decode(rest, CharBuffer.allocate(source.bytes().length), true);
        if (result.isError()) {
            problems.file(
                    file,
                    String.format(Locale.ROOT, "不是约定的字符集 / not in the agreed charset %s (byte %d is %02x)", charset.name(), rest.position() + 1, source.bytes()[rest.position()]),
                    "核对 adapter.yaml 的 charset 与样例 / charset of adapter.yaml, or the sample");
        }
    }
}
