package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Operation;
import java.util.List;

/** One file of {@code mapping/}, read and checked. */
public record Table(Operation operation, RequestLines request, List<Line> reply) {}
