package io.jinqiao.loan.rules;

record Title(String zh, String en) {}
