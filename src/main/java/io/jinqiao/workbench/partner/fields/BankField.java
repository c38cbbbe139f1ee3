package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Operation;

/**
 * One row of a bank's table.
 *
 * @param part {@code request} or {@code reply}
 * @param name path with points, from the top of the content
 * @param length longest text; 0 when the table says nothing
 * @param bytes whether the length counts bytes
 */
record BankField(
        String sheet,
        int row,
        Operation operation,
        String part,
        String name,
        String title,
        FieldType type,
        int length,
        boolean bytes,
        Required required,
        String remark) {}
