package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import java.util.List;

/** The file cannot be read further, for this reason. */
final class BadFile extends Exception {
    private final DocumentFault fault;
    private final List<String> arguments;

    BadFile(DocumentFault fault, String... arguments) {
        super(fault.code());
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    DocumentFault fault() {
        return fault;
    }

    String[] arguments() {
        return arguments.toArray(String[]::new);
    }
}
