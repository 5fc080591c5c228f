// How long a turn takes through gRPC over the loopback, with sessions in memory
// and on disk, beside an echo that does nothing.  Callers and server share the
// machine and the process.  Figures: docs/benchmarks.md.

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "benchmarks/latencies.h"
#include "benchmarks/shipped_assistant.h"
#include "conversation/conversation.h"
#include "quiver/v1/assistant.grpc.pb.h"
#include "service/assistant_service.h"
#include "service/grpc_server.h"
#include "session/session_stores.h"

namespace quiver {
namespace {

using Timer = Latencies::Timer;

class SilentLog final : public EventLog {
 public:
  void Write(LogLevel, std::string_view, const LogFields&) override {}
};

enum class StoreKind { kMemory, kSqlite };

std::unique_ptr<SessionStore> OpenStore(StoreKind kind,
                                        const std::string& folder,
                                        const Clock& clock, Entropy& entropy) {
  if (kind == StoreKind::kMemory) {
    return MakeMemorySessionStore({}, clock, entropy);
  }
  SqliteOptions options;
  options.path = folder + "/sessions.db";
  return OpenSqliteSessionStore(options, {}, clock, entropy).value();
}

// A server of visitors' calls, and nothing else.
class BenchedServer {
 public:
  explicit BenchedServer(StoreKind kind)
      : store_(OpenStore(kind, folder_, clock_, entropy_)),
        conversation_(
            MakeConversation(*assistants_, *store_, clock_, entropy_).value()) {
    std::vector<std::unique_ptr<grpc::Service>> services;
    services.push_back(MakeAssistantService(
        {*conversation_, *assistants_, CallObservers{clock_, log_},
         RequestLimits(), absl::Hours(24)}));
    GrpcServerOptions options;
    options.address = "127.0.0.1:0";
    server_ = StartGrpcServer(options, std::move(services)).value();
  }
  ~BenchedServer() {
    server_.reset();
    conversation_.reset();
    store_.reset();
    std::filesystem::remove_all(folder_);
  }
  BenchedServer(const BenchedServer&) = delete;
  BenchedServer& operator=(const BenchedServer&) = delete;

  std::string address() const {
    return fmt::format("127.0.0.1:{}", server_->port());
  }

 private:
  static std::string MakeFolder() {
    std::string path =
        (std::filesystem::temp_directory_path() / "quiver-XXXXXX").string();
    if (mkdtemp(path.data()) == nullptr) std::abort();
    return path;
  }

  const SystemClock clock_;
  SystemEntropy entropy_;
  SilentLog log_;
  const std::string folder_ = MakeFolder();
  const std::unique_ptr<AssistantDirectory> assistants_ =
      MakeAssistantDirectory({ShippedAssistant()}, "");
  std::unique_ptr<SessionStore> store_;
  std::unique_ptr<Conversation> conversation_;
  std::unique_ptr<GrpcServer> server_;
};

std::shared_ptr<grpc::Channel> ChannelTo(const std::string& address) {
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(),
                                   arguments);
}

// One caller: talks, and keeps how long each answer took.
Latencies Talk(const std::string& address, int64_t calls) {
  auto stub = v1::AssistantService::NewStub(ChannelTo(address));
  Latencies latencies;
  v1::SendMessageRequest request;
  for (int64_t i = 0; i < calls; ++i) {
    const size_t next = static_cast<size_t>(i) % kMessages.size();
    if (next == 0) request.clear_session_id();
    request.set_text(std::string(kMessages[next]));
    v1::SendMessageResponse response;
    grpc::ClientContext context;
    const auto started = Timer::now();
    const grpc::Status status = stub->SendMessage(&context, request, &response);
    latencies.Add(Timer::now() - started);
    if (!status.ok()) std::abort();
    request.set_session_id(response.session_id());
  }
  return latencies;
}

// One caller of the echo.
Latencies Shout(const std::string& address, int64_t calls) {
  grpc::GenericStub stub(ChannelTo(address));
  const grpc::Slice slice{std::string(kMessages.front())};
  const grpc::ByteBuffer request(&slice, 1);
  grpc::CompletionQueue queue;
  Latencies latencies;
  for (int64_t i = 0; i < calls; ++i) {
    grpc::ClientContext context;
    grpc::ByteBuffer response;
    grpc::Status status;
    const auto started = Timer::now();
    auto call = stub.PrepareUnaryCall(&context, "/echo", request, &queue);
    call->StartCall();
    call->Finish(&response, &status, &call);
    void* tag = nullptr;
    bool ok = false;
    queue.Next(&tag, &ok);
    latencies.Add(Timer::now() - started);
    if (!status.ok()) std::abort();
  }
  queue.Shutdown();
  return latencies;
}

// Lets `callers` threads make `calls` calls each.
template <typename Caller>
void CallFromAll(benchmark::State& state, const std::string& address,
                 int64_t calls, Caller caller) {
  const auto callers = static_cast<size_t>(state.range(0));
  Latencies all;
  for (auto _ : state) {
    std::vector<Latencies> latencies(callers);
    std::vector<std::thread> threads;
    for (size_t i = 0; i < callers; ++i) {
      threads.emplace_back([&, i] { latencies[i] = caller(address, calls); });
    }
    for (std::thread& thread : threads) thread.join();
    for (const Latencies& some : latencies) all.Add(some);
  }
  all.Tell(state);
  const auto total =
      static_cast<double>(state.iterations() * calls) * double(callers);
  state.counters["calls_per_s"] =
      benchmark::Counter(total, benchmark::Counter::kIsRate);
}

int64_t CallsOfEach(const benchmark::State& state) {
  constexpr int64_t kCalls = 16'000;
  return kCalls / state.range(0);
}

void BM_TurnOverGrpc(benchmark::State& state, StoreKind kind) {
  const BenchedServer server(kind);
  Talk(server.address(), 500);  // Warms up.
  CallFromAll(state, server.address(), CallsOfEach(state), Talk);
}

// Answers every call with its own bytes.
class Echo final : public grpc::CallbackGenericService {
 public:
  grpc::ServerGenericBidiReactor* CreateReactor(
      grpc::GenericCallbackServerContext*) override {
    return new Exchange;
  }

 private:
  class Exchange final : public grpc::ServerGenericBidiReactor {
   public:
    Exchange() { StartRead(&bytes_); }
    void OnReadDone(bool ok) override {
      if (!ok) return Finish(grpc::Status::CANCELLED);
      StartWriteAndFinish(&bytes_, {}, grpc::Status::OK);
    }
    void OnDone() override { delete this; }

   private:
    grpc::ByteBuffer bytes_;
  };
};

void BM_EchoOverGrpc(benchmark::State& state) {
  Echo echo;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(),
                           &port);
  builder.RegisterCallbackGenericService(&echo);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  const std::string address = fmt::format("127.0.0.1:{}", port);
  Shout(address, 500);
  CallFromAll(state, address, CallsOfEach(state), Shout);
  server->Shutdown();
}

void Configure(benchmark::internal::Benchmark* each) {
  each->Arg(1)->Arg(8)->Arg(64)->Iterations(1)->UseRealTime();
}
BENCHMARK(BM_EchoOverGrpc)->Apply(Configure);
BENCHMARK_CAPTURE(BM_TurnOverGrpc, memory, StoreKind::kMemory)
    ->Apply(Configure);
BENCHMARK_CAPTURE(BM_TurnOverGrpc, sqlite, StoreKind::kSqlite)
    ->Apply(Configure);

}  // namespace
}  // namespace quiver

BENCHMARK_MAIN();
