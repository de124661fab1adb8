# shellcheck shell=bash
# shellcheck disable=SC2154  # variables of common.sh and process.sh
# The private Kafka: one process that is broker and controller (KRaft), with as little memory as it works well in.

kafka_brokers() { echo "127.0.0.1:$(kept_port kafka)"; }

start_kafka() {
	local dir=$services_dir/kafka
	[[ -d $kafka_home/libs ]] || die "Kafka is not installed; bin/setup does that"
	write_kafka_settings
	if [[ ! -f $dir/data/meta.properties ]]; then make_kafka_data || return; fi
	launch kafka java "${kafka_java[@]}" -Xmx256m "$kafka_classes" kafka.Kafka "$dir/server.properties"
	wait_until_answers kafka 60 kafka_answers
}

# The port first: it opens when Kafka is ready, and kcat, refused once, would wait a second or more before it asks again.
kafka_answers() { port_is_taken "$(kept_port kafka)" && kcat -b "$(kafka_brokers)" -L -m 5; }

# The quick compiler only and a plain collector: on two cores a chat gains nothing from the thorough ones, and they would
# take those cores from the shop.
kafka_java=(-cp "$kafka_home/libs/*" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
	-Dorg.slf4j.simpleLogger.showDateTime=true "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS")

# Java reads Kafka's classes from an archive made once by make_kafka_archive: a third to a half of the start saved, and
# 40 MB of memory. Java goes on without when it is missing, or made by another Java.
kafka_archive=$kafka_home/classes.jsa
kafka_classes=-XX:SharedArchiveFile=$kafka_archive

# Starts a Kafka that nobody uses and stops it; Java writes the archive as it ends. For bin/setup.
make_kafka_archive() {
	local services_dir=$kafka_home/warm-up log_dir=$kafka_home/warm-up started=
	local kafka_classes=-XX:ArchiveClassesAtExit=$kafka_archive.part
	rm -rf "$services_dir"
	mkdir -p "$services_dir/kafka"
	keep_port kafka
	keep_port kafka controller.port
	start_kafka && started=yes
	stop_server kafka
	[[ $started ]] && mv "$kafka_archive.part" "$kafka_archive" && rm -rf "$services_dir"
}

make_kafka_data() {
	local dir=$services_dir/kafka id
	rm -rf "$dir/data"
	# Sixteen bytes in base64, of which the two signs that Kafka does not take become letters.
	id=$(head -c 16 /dev/urandom | base64 | sed 's/[+/]/A/g; s/=//g')
	java "${kafka_java[@]}" kafka.tools.StorageTool format \
		--config "$dir/server.properties" --cluster-id "$id" \
		>>"$log_dir/kafka.log" 2>&1 || { complain kafka "could not make its data directory" && return 1; }
}

write_kafka_settings() {
	local dir=$services_dir/kafka port controller
	port=$(kept_port kafka)
	controller=$(kept_port kafka controller.port)
	cat >"$dir/server.properties" <<-END
		process.roles = broker,controller
		node.id = 1
		# A fixed list of voters stands here and not in the data, so that the ports may change.
		controller.quorum.voters = 1@127.0.0.1:$controller
		controller.listener.names = CONTROLLER
		listeners = PLAINTEXT://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
		advertised.listeners = PLAINTEXT://127.0.0.1:$port
		listener.security.protocol.map = PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
		log.dirs = $dir/data
		# One node: every internal topic has one copy, and one part where the default is fifty.
		offsets.topic.replication.factor = 1
		offsets.topic.num.partitions = 1
		transaction.state.log.replication.factor = 1
		transaction.state.log.min.isr = 1
		transaction.state.log.num.partitions = 1
		share.coordinator.state.topic.replication.factor = 1
		share.coordinator.state.topic.min.isr = 1
		share.coordinator.state.topic.num.partitions = 1
		# Nobody else will join a group, so nobody need be waited for.
		group.initial.rebalance.delay.ms = 0
		# The default, 128 MB, is half of the memory this process may have.
		log.cleaner.dedupe.buffer.size = 8388608
	END
}
