package io.jinqiao.loan;

/**
 * A piece of the security that no registry tells us about is in hand: a stage guarantee, an admitted project, a contract.
 *
 * @param reference what proves it
 */
public record SecureLoan(String acceptanceNo, Piece piece, String reference, Officer by) {
    public enum Piece {
        /** 开发企业阶段性担保 */
        STAGE_GUARANTEE,
        /** 楼盘准入 */
        PROJECT_ADMITTED,
        PLEDGE_CONTRACT,
        SURETY_CONTRACT
    }
}
