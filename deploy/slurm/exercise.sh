#!/bin/bash
# Runs a study on a real Slurm of one machine and holds the result against the same study without Slurm, byte for byte.
#
#   sudo bash deploy/slurm/exercise.sh [study] [shards]
#
# For a Debian machine that has no Slurm of its own, as root. Installs munge and slurm-wlm, keeps everything it makes in one temporary
# folder, listens on loopback only, and ends what it started. What it does:
#   1. the study on this machine without Slurm: the bytes to reach
#   2. the same as a job array, one task a shard; one task is killed in the middle of its work (SIGKILL) and requeued
#   3. gather, as a job that waits for the array
#   4. every file that must repeat is compared
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
study=${1:-$root/deploy/slurm/exercise}
shards=${2:-4}
work=$(mktemp -d -t twin-slurm.XXXXXX)
host=$(hostname -s)
pids=()

say() { printf '%s\n' "$*" >&2; }
fail() { say "FAILED: $*"; tail -n 20 "$work"/slurm*.log "$work"/task-*.log >&2 2> /dev/null || true; exit 1; }
stop() {
    # Only what this script has started, by id, in the other order.
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
        kill "${pids[i]}" 2> /dev/null || true
        for _ in $(seq 50); do kill -0 "${pids[i]}" 2> /dev/null || break; sleep 0.1; done
    done
    rm -rf "$work"
}
trap stop EXIT

[ "$(id -u)" = 0 ] || { say "this must be root: it installs packages and starts Slurm"; exit 2; }
if ! command -v slurmctld > /dev/null || ! command -v munged > /dev/null; then
    say "installing munge and slurm-wlm"
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends munge slurm-wlm > "$work/apt.log" 2>&1 \
        || { cat "$work/apt.log" >&2; exit 1; }
fi

twin=$root/artifacts/bin/Twin.Cli/release/twin
say "building"
(cd "$root" && dotnet build Twin.Cli -c Release -v q --nologo > "$work/build.log") || { cat "$work/build.log" >&2; exit 1; }

say "1. the study on this machine alone"
"$twin" sweep "$study" --out "$work/alone" --yes --quiet > "$work/alone.txt" || fail "the study does not run on this machine"
alone=$(tail -n 1 "$work/alone.txt")

say "   starting munged, slurmctld and slurmd on loopback"
mkdir -m 755 "$work/munge" "$work/state" "$work/spool"
chown munge: "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2> /dev/null
chown munge: "$work/munge/key" && chmod 400 "$work/munge/key"
chmod 711 "$work"
setpriv --reuid munge --regid munge --clear-groups munged --foreground --key-file="$work/munge/key" --socket="$work/munge/socket" \
    --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" > "$work/munged.out" 2>&1 &
pids+=($!)
export SLURM_CONF=$work/slurm.conf
cat > "$SLURM_CONF" <<CONF
ClusterName=twin
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobRequeue=1
ReturnToService=2
MaxArraySize=10001
SchedulerParameters=sched_interval=1
MinJobAge=3600
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) RealMemory=$(free -m | awk '/^Mem:/ {print int($2 * 0.8)}') State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
for _ in $(seq 100); do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
slurmctld -D > "$work/slurmctld.out" 2>&1 &
pids+=($!)
slurmd -D -N "$host" > "$work/slurmd.out" 2>&1 &
pids+=($!)
for _ in $(seq 300); do [ "$(sinfo -h -o %T 2> /dev/null)" = idle ] && break; sleep 0.1; done
[ "$(sinfo -h -o %T)" = idle ] || fail "Slurm did not come up"
listening=$(ss -Htln 'sport = :16817 or sport = :16818' | awk '{print $4}')
if grep -v '^127\.' <<< "$listening"; then fail "Slurm listens beyond loopback"; fi

say "2. as an array of $shards tasks"
export TWIN=$twin STUDY=$study OUT=$work/slurm SHARDS=$shards
job=$(sbatch --parsable --array="1-$shards" --cpus-per-task=1 --output="$work/task-%a.log" "$root/deploy/slurm/sweep.sbatch")
victim=2
journal=$(dirname "$work/slurm/${alone#"$work/alone/"}/x")/journal-$victim-of-$shards.jsonl
state() { scontrol show job "${job}_$1" 2> /dev/null | sed -n 's/.*JobState=\([A-Z]*\).*/\1/p' | tail -n 1; }
for _ in $(seq 1200); do
    [ -f "$journal" ] && [ "$(wc -l < "$journal")" -ge 3 ] && [ "$(state $victim)" = RUNNING ] && break
    sleep 0.05
done
pid=$(pgrep -f -- "--shard $victim/$shards " | head -n 1) || fail "task $victim was never seen at work"
kill -KILL "$pid"
had=$(wc -l < "$journal")
for _ in $(seq 600); do [ "$(state $victim)" = FAILED ] && break; sleep 0.1; done
[ "$(state $victim)" = FAILED ] || fail "task $victim is $(state $victim) after it was killed, not FAILED"
say "   task $victim killed with $had lines in its journal (state $(state $victim)); requeued"
scontrol requeue "${job}_$victim"
scontrol update JobId="${job}_$victim" StartTime=now # Slurm would let it wait for two minutes

say "3. gather"
for _ in $(seq 6000); do
    left=0
    for ((i = 1; i <= shards; i++)); do [ "$(state $i)" = COMPLETED ] || left=1; done
    [ $left = 0 ] && break
    sleep 0.1
done
for ((i = 1; i <= shards; i++)); do
    [ "$(state $i)" = COMPLETED ] || fail "task $i is $(state $i)"
done
restarts=$(scontrol show job "${job}_$victim" | sed -n 's/.*Restarts=\([0-9]*\).*/\1/p' | head -n 1)
[ "${restarts:-0}" -ge 1 ] || fail "task $victim was not requeued"
sbatch --wait --dependency="afterany:$job" --output="$work/task-gather.log" "$root/deploy/slurm/gather.sbatch" > /dev/null || fail "gather"
together=$(tail -n 1 "$work/task-gather.log")

say "4. the same bytes?"
compared=0
for file in "$alone"/*; do
    name=$(basename "$file")
    [ -f "$file" ] || continue
    case $name in journal*|sweep*) continue ;; esac # in the order in which runs ended; when and where
    cmp "$file" "$together/$name" || fail "$name differs"
    compared=$((compared + 1))
done
[ "$compared" -ge 5 ] || fail "only $compared files to compare"
rows=$(($(wc -l < "$alone/runs.csv") - 1))
say "passed: $rows runs, $shards tasks, one killed and requeued (restarts: $restarts), $compared files equal byte for byte"
