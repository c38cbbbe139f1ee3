package io.jinqiao.evidence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param masterKey 32 bytes in Base64 that wrap the data keys; null: read from {@code masterKeyFile}
 * @param masterKeyFile file with the same text; null: {@code evidence-master.key} in the home directory
 * @param masterKeyName name stored with what it wraps, so that the next one can have another
 * @param formerMasterKeys earlier master keys by name, in Base64, for reading only
 * @param createMasterKey whether a missing file is made; for development
 * @param contentDirectory where contents above the limit lie, shared by all nodes; null: {@code evidence-content} in the home directory
 * @param inlineLimit largest content kept in the row
 * @param linkInterval how often new records are linked
 * @param sealInterval how often new links are sealed
 * @param sealMaxAge how long the oldest unsealed record may wait before traffic stops
 * @param statementKeys aliases of keys that may sign the list of a pack's records, the preferred first
 * @param chainLease how long a silent process keeps its chain
 */
@ConfigurationProperties("jinqiao.evidence")
public record EvidenceProperties(
        @Nullable String masterKey,
        @Nullable Path masterKeyFile,
        @DefaultValue("1") String masterKeyName,
        @DefaultValue Map<String, String> formerMasterKeys,
        @DefaultValue("false") boolean createMasterKey,
        @Nullable Path contentDirectory,
        @DefaultValue("1MB") DataSize inlineLimit,
        @DefaultValue("200ms") Duration linkInterval,
        @DefaultValue("10s") Duration sealInterval,
        @DefaultValue("15m") Duration sealMaxAge,
        @DefaultValue("15s") Duration chainLease,
        @DefaultValue({"centre-sm2-sign", "centre-rsa-sign"}) List<String> statementKeys) {}
