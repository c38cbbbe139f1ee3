package io.jinqiao.house.twin.credit;

public class ProductRules {}
