package io.jinqiao.adapter.file;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One form of file agreed with a partner, both ways, as a stream: memory does not grow with the file. Thread-safe. */
public interface FileLayout {

    /**
     * @param head what the file says of itself, wherever it stands
     * @param rows all of them
     * @param refused those wrong in themselves
     */
    record Reading(Content.Group head, long rows, long refused) {}

    /**
     * Reads the whole file. Count, totals and hash are compared at the end: until this returns, no row counts.
     *
     * @param beside hash from the marker file; null when it stands in the file, or none is agreed
     * @throws FileRefusal when the file as a whole is wrong, with the line; rows may have been handed out before
     */
    Reading read(InputStream in, @Nullable String beside, RowSink sink);

    /**
     * @param head with count and totals; the hash is put in
     * @return the hash for the marker file; empty when none stands there
     * @throws io.jinqiao.message.Refusal with everything the form cannot hold
     */
    String write(Content.Group head, Iterator<Content.Group> rows, OutputStream out) throws IOException;

    /** Adds the name of the place in this file, of a row or of its head, to a problem that knows only ours. */
    LineProblem inTheirWords(LineProblem told);

    /** What surrounds the bytes: name, charset, hash, and how a file says it is complete. */
    FileForm form();
}
