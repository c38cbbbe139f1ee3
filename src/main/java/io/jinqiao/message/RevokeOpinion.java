package io.jinqiao.message;

/**
 * The centre takes the opinion in force back (撤销审批意见).
 *
 * @param revokedBy who decided it, by name in the core system or the console
 */
public record RevokeOpinion(String applicationNo, PartnerId bank, String reason, String revokedBy) {}
