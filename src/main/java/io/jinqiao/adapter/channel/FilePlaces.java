package io.jinqiao.adapter.channel;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Files with partners: settings {@code jinqiao.files.*}.
 *
 * @param open whether files are looked for at all
 * @param keys by alias: files with the private keys we log in to SFTP servers with, in OpenSSH or PEM form
 * @param work directory below {@code jinqiao.home} that fetched files are kept in while they are read
 */
@ConfigurationProperties("jinqiao.files")
public record FilePlaces(
        @DefaultValue("false") boolean open, @DefaultValue Map<String, Path> keys, @DefaultValue("files/work") Path work) {}
