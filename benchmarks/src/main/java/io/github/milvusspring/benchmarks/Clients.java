package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.milvus.shaded.io.grpc.CallOptions;
import io.milvus.shaded.io.grpc.Grpc;
import io.milvus.shaded.io.grpc.InsecureChannelCredentials;
import io.milvus.shaded.io.grpc.ManagedChannel;
import io.milvus.shaded.io.grpc.stub.ClientCalls;
import io.milvus.v2.client.ConnectConfig;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.service.vector.request.UpsertReq;

/**
 * The ways to talk to one server: ours, the SDK's and the bare wire.
 */
final class Clients implements AutoCloseable {

	private static final String SERVICE = "milvus.proto.milvus.MilvusService/";

	private static final Gson GSON = new Gson();

	private final MilvusConnection connection;

	private final MilvusTemplate template;

	private final MilvusClientV2 sdk;

	private final ManagedChannel channel;

	Clients(String uri, int port, SchemaMode mode) {
		this.connection = MilvusConnection.open(ConnectionSettings.of(uri));
		this.template = new MilvusTemplate(this.connection, new MilvusConverter(new MilvusMappingContext()), mode,
				ConsistencyLevel.SESSION);
		this.sdk = new MilvusClientV2(ConnectConfig.builder().uri(uri).keepAliveTimeMs(330_000).build());
		this.channel = Grpc.newChannelBuilderForAddress("127.0.0.1", port, InsecureChannelCredentials.create())
			.maxInboundMessageSize(Integer.MAX_VALUE)
			.disableRetry()
			.build();
	}

	MilvusTemplate template() {
		return this.template;
	}

	MilvusClientV2 sdk() {
		return this.sdk;
	}

	byte[] send(String method, byte[] request) {
		return ClientCalls.blockingUnaryCall(this.channel,
				NothingServer.bytes(method.contains("/") ? method : SERVICE + method), CallOptions.DEFAULT, request);
	}

	long upsertRows(List<Doc> docs) {
		List<JsonObject> rows = docs.stream().map(Clients::row).toList();
		return this.sdk.upsert(UpsertReq.builder().collectionName("docs").data(rows).build()).getUpsertCnt();
	}

	private static JsonObject row(Doc doc) {
		JsonObject row = new JsonObject();
		row.addProperty("id", doc.id());
		row.addProperty("title", doc.title());
		row.addProperty("price", doc.price());
		JsonArray vector = new JsonArray(doc.embedding().length);
		for (float value : doc.embedding()) {
			vector.add(value);
		}
		row.add("embedding", vector);
		return row;
	}

	long upsertGson(String collection, List<?> entities) {
		List<JsonObject> rows = entities.stream().map((entity) -> GSON.toJsonTree(entity).getAsJsonObject()).toList();
		return this.sdk.upsert(UpsertReq.builder().collectionName(collection).data(rows).build()).getUpsertCnt();
	}

	@Override
	public void close() {
		this.connection.close();
		this.sdk.close();
		this.channel.shutdownNow();
		try {
			this.channel.awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
