-- Which act counts for an order is looked for by the order; without this every order read every record.
CREATE INDEX repayment_record_of_order ON repayment_record (order_no, done_at);
