@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.jinqiao.house.twin.credit;
