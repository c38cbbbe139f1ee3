package io.jinqiao.adapter;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.IncomingFile;
import java.util.function.Function;

/** Where the rows of a file meet the business: implemented by {@code flow}, which runs the route {@code direct:<kind>-file}. */
public interface FileBusiness {

    /** Whether there is such a route. Without it files are read and checked all the same, and answered "not in service". */
    boolean takes(FileKind kind);

    /**
     * Runs {@code work} in one transaction; whatever it throws rolls everything back.
     *
     * @param work is given the business: a file in, what became of it out
     */
    <T> T fileInOneCommit(Function<Function<IncomingFile, FileResult>, T> work);
}
