package io.jinqiao.adapter.file;

import io.jinqiao.message.FileKind;

/** What was agreed with one partner about one kind of file: the file itself, and the file that says what became of it. */
public record FileExchange(FileKind kind, FileLayout request, FileLayout result) {}
