package io.jinqiao.workbench.simulate.bank;

/**
 * What a bank calls the parts of a document that stand around its contents.
 *
 * @param declaration written before the root; empty where the bank writes none
 * @param transactions what every transaction code begins with
 * @param code the member of a request that holds its transaction code
 * @param signType name of the algorithm, added to an answer before its signature; empty where the wire names none
 * @param originalId in a status enquiry, the number asked about
 * @param originalCode in a status enquiry, its transaction code
 */
record XmlNames(
        String root,
        String declaration,
        String transactions,
        String code,
        String signature,
        String signType,
        String originalId,
        String originalCode) {}
