package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.FileAnswer;
import io.jinqiao.adapter.FileArrival;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.adapter.file.FileForm;
import io.jinqiao.adapter.file.NamePattern;
import io.jinqiao.message.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** Brings one partner's files to the door, as places on our disk, and takes the files that answer them. */
final class FileCourier implements Processor {
    private static final int LONGEST_MARKER = 1024;

    private final String partner;
    private final FileKind kind;
    private final FileForm form;
    private final FileDoor door;

    FileCourier(String partner, FileKind kind, FileForm form, FileDoor door) {
        this.partner = partner;
        this.kind = kind;
        this.form = form;
        this.door = door;
    }

    /** One file to write. */
    public record Piece(String name, byte[] bytes) {}

    @Override
    public void process(Exchange exchange) throws IOException {
        String fetched = exchange.getIn().getHeader(Exchange.FILE_LOCAL_WORK_PATH, String.class);
        String lies = fetched == null ? exchange.getIn().getHeader("CamelFileAbsolutePath", String.class) : fetched;
        Path file = Path.of(lies);
        String name = exchange.getIn().getHeader(Exchange.FILE_NAME_ONLY, String.class);
        FileAnswer answer = door.receive(new FileArrival(partner, kind, name, file, marker(file, name)));
        exchange.getIn().setHeader("drawer", answer.refused() ? "failed" : "done");
        exchange.getIn().setBody(pieces(answer));
    }

    /** A marker is a line at most; of a longer one the beginning is enough to be wrong. */
    private @Nullable String marker(Path file, String name) throws IOException {
        NamePattern marker = form.completion().marker();
        if (marker == null || form.hash() == null || !form.hash().inMarker()) {
            return null;
        }
        try (java.io.InputStream in = Files.newInputStream(file.resolveSibling(marker.write(Map.of("name", name))))) {
            return new String(in.readNBytes(LONGEST_MARKER), StandardCharsets.ISO_8859_1).strip();
        }
    }

    private static List<Piece> pieces(FileAnswer answer) {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece(answer.name(), answer.bytes())));
        if (answer.companion() != null) {
            pieces.add(new Piece(answer.companion().name(), answer.companion().bytes()));
        }
        return pieces;
    }
}
