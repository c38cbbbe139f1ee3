package io.jinqiao.adapter.file;

import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.message.FileKind;

/**
 * What was agreed with one partner about one kind of file: the file itself, the file that says what became of it, and the
 * codes it says it with.
 */
public record FileExchange(FileKind kind, FileLayout request, FileLayout result, Codes codes) {}
