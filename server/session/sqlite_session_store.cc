#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/status_macros.h"
#include "session/group_committer.h"
#include "session/log_copier.h"
#include "session/reader_pool.h"
#include "session/session_finder.h"
#include "session/session_stores.h"
#include "session/sqlite_schema.h"
#include "session/turn_reader.h"
#include "session/turn_writer.h"

namespace quiver {
namespace {

// Reads at the same time at most; others wait.  A read takes microseconds.
constexpr size_t kReaders = 8;
// Sessions that a sweep looks at in one transaction, so that turns go on.
constexpr int64_t kSweptAtOnce = 32;

class AppendWrite final : public QueuedWrite {
 public:
  AppendWrite(SessionId id, StoredTurn turn, int64_t cutoff,
              absl::AnyInvocable<void(absl::Status)> done)
      : id_(std::move(id)),
        turn_(std::move(turn)),
        cutoff_(cutoff),
        done_(std::move(done)) {}

  absl::Status Apply(TurnWriter& writer) override {
    const absl::Status appended = writer.Append(id_, turn_, cutoff_);
    refusal_ = IsRefusal(appended) ? appended : absl::OkStatus();
    return refusal_.ok() ? appended : absl::OkStatus();
  }

  void Finish(const absl::Status& committed) override {
    // What it was refused for may have been undone with the group.
    done_(committed.ok() ? refusal_ : committed);
  }

 private:
  const SessionId id_;
  const StoredTurn turn_;
  const int64_t cutoff_;
  absl::AnyInvocable<void(absl::Status)> done_;
  absl::Status refusal_;
};

class EraseWrite final : public QueuedWrite {
 public:
  EraseWrite(SessionId id,
             absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done)
      : id_(std::move(id)), done_(std::move(done)) {}

  absl::Status Apply(TurnWriter& writer) override {
    QUIVER_ASSIGN_OR_RETURN(turns_, writer.Erase(id_));
    return absl::OkStatus();
  }

  void Finish(const absl::Status& committed) override {
    if (!committed.ok()) return done_(committed);
    done_(turns_);
  }

  bool Erased() const override { return turns_ > 0; }

 private:
  const SessionId id_;
  absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done_;
  uint64_t turns_ = 0;
};

class KeepFeedbackWrite final : public QueuedWrite {
 public:
  KeepFeedbackWrite(SessionId id, StoredFeedback feedback, int64_t cutoff,
                    absl::AnyInvocable<void(absl::Status)> done)
      : id_(std::move(id)),
        feedback_(std::move(feedback)),
        cutoff_(cutoff),
        done_(std::move(done)) {}

  absl::Status Apply(TurnWriter& writer) override {
    const absl::Status kept = writer.KeepFeedback(id_, feedback_, cutoff_);
    refusal_ = IsRefusal(kept) ? kept : absl::OkStatus();
    return refusal_.ok() ? kept : absl::OkStatus();
  }

  void Finish(const absl::Status& committed) override {
    done_(committed.ok() ? refusal_ : committed);
  }

 private:
  const SessionId id_;
  const StoredFeedback feedback_;
  const int64_t cutoff_;
  absl::AnyInvocable<void(absl::Status)> done_;
  absl::Status refusal_;
};

// Erases what has expired, a little in each group, until nothing is left.
class SweepWrite final : public QueuedWrite {
 public:
  SweepWrite(GroupCommitter& committer, const Cutoffs& cutoffs,
             absl::AnyInvocable<void(absl::Status)> done)
      : committer_(committer), cutoffs_(cutoffs), done_(std::move(done)) {}

  absl::Status Apply(TurnWriter& writer) override {
    QUIVER_ASSIGN_OR_RETURN(more_, writer.EraseExpired(cutoffs_, kSweptAtOnce));
    return absl::OkStatus();
  }

  void Finish(const absl::Status& committed) override {
    if (!committed.ok() || !more_) return done_(committed);
    if (committer_.closing()) {
      return done_(absl::UnavailableError(
          "the session store is closing; the next sweep goes on"));
    }
    committer_.Enqueue(
        std::make_unique<SweepWrite>(committer_, cutoffs_, std::move(done_)));
  }

  bool Erased() const override { return !more_; }

 private:
  GroupCommitter& committer_;
  const Cutoffs cutoffs_;
  absl::AnyInvocable<void(absl::Status)> done_;
  bool more_ = false;
};

class SqliteSessionStore final : public SessionStore {
 public:
  SqliteSessionStore(std::string secret, const SessionRetention& retention,
                     const Clock& clock,
                     std::vector<std::unique_ptr<TurnReader>> readers,
                     std::unique_ptr<GroupCommitter> committer)
      : secret_(std::move(secret)),
        retention_(retention),
        clock_(clock),
        readers_(std::move(readers)),
        committer_(std::move(committer)) {}

  void Load(
      const SessionId& id, const std::string& request_id,
      absl::AnyInvocable<void(absl::StatusOr<SessionSnapshot>)> done) override {
    done(readers_.With([&](TurnReader& reader) {
      return reader.Load(id, request_id, Cutoff());
    }));
  }

  void Append(const SessionId& id, StoredTurn turn,
              absl::AnyInvocable<void(absl::Status)> done) override {
    committer_->Enqueue(std::make_unique<AppendWrite>(
        id, std::move(turn), Cutoff(), std::move(done)));
  }

  void Erase(const SessionId& id,
             absl::AnyInvocable<void(absl::StatusOr<uint64_t>)> done) override {
    committer_->Enqueue(std::make_unique<EraseWrite>(id, std::move(done)));
  }

  void ListTurns(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredTurn>>)> done)
      override {
    done(readers_.With([&](TurnReader& reader) {
      return reader.List(id, after, limit, Cutoff());
    }));
  }

  void KeepFeedback(const SessionId& id, StoredFeedback feedback,
                    absl::AnyInvocable<void(absl::Status)> done) override {
    committer_->Enqueue(std::make_unique<KeepFeedbackWrite>(
        id, std::move(feedback), Cutoff(), std::move(done)));
  }

  void ListFeedback(
      const SessionId& id, uint64_t after, uint64_t limit,
      absl::AnyInvocable<void(absl::StatusOr<std::vector<StoredFeedback>>)>
          done) override {
    done(readers_.With([&](TurnReader& reader) {
      return reader.ListFeedback(id, after, limit, NowCutoffs());
    }));
  }

  absl::StatusOr<std::string> Secret() override { return secret_; }

  void EraseExpired(absl::AnyInvocable<void(absl::Status)> done) override {
    committer_->Enqueue(std::make_unique<SweepWrite>(*committer_, NowCutoffs(),
                                                     std::move(done)));
  }

 private:
  int64_t Cutoff() const { return NowCutoffs().sessions; }

  Cutoffs NowCutoffs() const {
    const absl::Time now = clock_.Now();
    return {ToCutoff(now - retention_.idle_time_to_live),
            ToCutoff(now - retention_.feedback_time_to_live)};
  }

  const std::string secret_;
  const SessionRetention retention_;
  const Clock& clock_;
  ReaderPool readers_;
  // Last: its callbacks may use all of the above.
  const std::unique_ptr<GroupCommitter> committer_;
};

absl::StatusOr<std::vector<std::unique_ptr<TurnReader>>> OpenReaders(
    const std::string& path) {
  std::vector<std::unique_ptr<TurnReader>> readers;
  while (readers.size() < kReaders) {
    QUIVER_ASSIGN_OR_RETURN(auto connection, OpenSessionReader(path));
    QUIVER_ASSIGN_OR_RETURN(std::unique_ptr<TurnReader> reader,
                            MakeTurnReader(std::move(connection)));
    readers.push_back(std::move(reader));
  }
  return readers;
}

absl::StatusOr<std::unique_ptr<GroupCommitter>> MakeCommitter(
    const std::string& path, std::unique_ptr<const SqliteConnection> connection,
    uint64_t max_turns, int max_group, Entropy& entropy) {
  QUIVER_ASSIGN_OR_RETURN(SqliteTransactions transactions,
                          SqliteTransactions::Prepare(
                              *connection, SqliteTransactions::Kind::kWrite));
  QUIVER_ASSIGN_OR_RETURN(std::unique_ptr<TurnWriter> writer,
                          MakeTurnWriter(*connection, max_turns, entropy));
  QUIVER_ASSIGN_OR_RETURN(auto copying, OpenSessionReader(path));
  return std::make_unique<GroupCommitter>(
      std::move(connection), std::move(transactions), std::move(writer),
      std::make_unique<LogCopier>(std::move(copying)), max_group);
}

// SQLite gives some names a meaning of their own; none of an absolute path.
absl::StatusOr<std::string> ToFilePath(const std::string& path) {
  if (path.empty() || path == ":memory:") {
    return absl::InvalidArgumentError("the SQLite session store needs a file");
  }
  return std::filesystem::absolute(path).string();
}

}  // namespace

absl::StatusOr<std::unique_ptr<SessionStore>> OpenSqliteSessionStore(
    const SqliteOptions& options, const SessionRetention& retention,
    const Clock& clock, Entropy& entropy) {
  QUIVER_ASSIGN_OR_RETURN(const std::string path, ToFilePath(options.path));
  QUIVER_ASSIGN_OR_RETURN(
      auto connection,
      OpenSessionWriter(path, options.survive_power_loss, entropy));
  QUIVER_ASSIGN_OR_RETURN(std::string secret,
                          connection->ReadBytes("SELECT secret FROM store"));
  QUIVER_ASSIGN_OR_RETURN(std::vector<std::unique_ptr<TurnReader>> readers,
                          OpenReaders(path));
  QUIVER_ASSIGN_OR_RETURN(
      std::unique_ptr<GroupCommitter> committer,
      MakeCommitter(path, std::move(connection), retention.max_turns,
                    options.max_group, entropy));
  return std::make_unique<SqliteSessionStore>(std::move(secret), retention,
                                              clock, std::move(readers),
                                              std::move(committer));
}

}  // namespace quiver
