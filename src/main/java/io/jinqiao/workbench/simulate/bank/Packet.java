package io.jinqiao.workbench.simulate.bank;

/** Bytes of one message as they stand on the line. @param path empty where the wire has no such thing */
public record Packet(String path, String contentType, byte[] body) {}
